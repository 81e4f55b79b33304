import path from 'node:path';
import PDFDocument from 'pdfkit';
import { printable, UNKNOWN } from './letters.ts';

const REGULAR = 'SourceSans3-Regular.ttf';
const BOLD = 'SourceSans3-Semibold.ttf';
/** A4 in points; the foot stands within the lower margin. */
const MARGINS = { top: 60, bottom: 76, left: 64, right: 64 };
const FOOT_AT = 790;
const BULLET = 14;

const look = {
  H1: { font: BOLD, size: 22, above: 0, below: 8 },
  H2: { font: BOLD, size: 16, above: 20, below: 4 },
  H3: { font: BOLD, size: 11.5, above: 10, below: 2 },
  P: { font: REGULAR, size: 11.5, above: 0, below: 4 },
} as const;

type Heading = 'H1' | 'H2' | 'H3';

/** What pdfkit keeps to itself: the font that is in use. */
interface WithFont {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

/** A4 sheets with a tag for each piece of text, so that software can read them aloud in order. The foot of a page is marked as no content. */
export class Sheet {
  private readonly doc: PDFKit.PDFDocument;
  private readonly root: PDFKit.PDFStructureElement;
  private readonly bytes: Promise<Buffer>;
  private lacksSigns = false;

  /** @param madeOn - Day `yyyy-mm-dd` that the file says it was made on. */
  constructor(title: string, madeOn: string) {
    this.doc = new PDFDocument({
      size: 'A4', margins: MARGINS, bufferPages: true, font: fontFile(REGULAR), pdfVersion: '1.7',
      tagged: true, subset: 'PDF/UA' as 'PDF/A-1', lang: 'nl-NL', displayTitle: true,
      info: { Title: title, CreationDate: new Date(`${madeOn}T12:00:00Z`), Creator: 'Overstap', Producer: 'Overstap' },
    });
    for (const font of [REGULAR, BOLD]) this.doc.registerFont(font, fontFile(font));
    this.bytes = gather(this.doc);
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  /** Never alone at the foot of a page: `lines` of what follows stay with it. */
  heading(level: Heading, text: string, lines = 2): void {
    const { font, size, above } = look[level];
    this.use('P');
    const follows = lines * this.doc.currentLineHeight(true);
    const shown = this.signs(text);
    const height = this.doc.font(font).fontSize(size).heightOfString(shown, { width: this.width }) + above;
    this.keepTogether(height + follows);
    this.write(this.root, level, text);
  }

  /** One tag for each line that was typed. */
  paragraphs(text: string): void {
    for (const line of text.split('\n')) if (line.trim()) this.write(this.root, 'P', line);
  }

  list(items: readonly string[]): void {
    const list = this.doc.struct('L');
    this.root.add(list);
    for (const item of items) this.item(list, item);
    list.end();
  }

  /** Ends the last page and gives the file. `foot` says what stands below each page. */
  async finish(foot: (page: number, of: number) => string): Promise<Buffer> {
    if (this.lacksSigns) this.paragraphs(`${UNKNOWN} staat op de plek van een teken dat in deze pdf niet past.`);
    this.root.end();
    const { count } = this.doc.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.doc.switchToPage(page);
      this.doc.page.margins.bottom = 0;
      this.doc.markContent('Artifact', { type: 'Pagination' });
      this.use('P').fontSize(9).text(this.signs(foot(page + 1, count)), MARGINS.left, FOOT_AT, { width: this.width, lineBreak: false });
      this.doc.endMarkedContent();
    }
    this.doc.end();
    return this.bytes;
  }

  private item(list: PDFKit.PDFStructureElement, text: string): void {
    const { doc } = this;
    const item = doc.struct('LI');
    list.add(item);
    this.use('P');
    this.keepTogether(doc.currentLineHeight(true));
    const at = doc.y;
    item.add(doc.struct('Lbl', {}, () => doc.text('•', MARGINS.left, at)));
    item.add(doc.struct('LBody', {}, () => doc.text(this.signs(text), MARGINS.left + BULLET, at, { width: this.width - BULLET })));
    doc.x = MARGINS.left;
    doc.y += look.P.below;
    item.end();
  }

  private write(parent: PDFKit.PDFStructureElement, tag: keyof typeof look, text: string): void {
    const { above, below } = look[tag];
    if (this.doc.y > MARGINS.top) this.doc.y += above;
    this.use(tag);
    const shown = this.signs(text);
    parent.add(this.doc.struct(tag, {}, () => this.doc.text(shown, MARGINS.left, this.doc.y, { width: this.width, lineGap: 2 })));
    this.doc.y += below;
  }

  private use(tag: keyof typeof look): PDFKit.PDFDocument {
    return this.doc.font(look[tag].font).fontSize(look[tag].size);
  }

  private keepTogether(height: number): void {
    if (this.doc.y > MARGINS.top && this.doc.y + height > this.doc.page.maxY()) this.doc.addPage();
  }

  private signs(text: string): string {
    const { font } = (this.doc as unknown as WithFont)._font;
    const shown = printable(text, (codePoint) => font.hasGlyphForCodePoint(codePoint));
    this.lacksSigns ||= shown.includes(UNKNOWN) && !text.includes(UNKNOWN);
    return shown;
  }

  private get width(): number {
    return this.doc.page.width - MARGINS.left - MARGINS.right;
  }
}

const fontFile = (name: string): string => path.resolve('public/fonts', name);

function gather(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts))).on('error', reject);
  });
}
