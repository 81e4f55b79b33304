import { priorEducation, type PriorEducation } from './rows.ts';

/** What a school brought of a leaver's education; codes of the files leerlingen and uitslagen. */
export interface Education {
  readonly schoolType: string | null;
  readonly track: string | null;
  readonly grade: string | null;
  readonly result: string | null;
  readonly diploma: string | null;
}

export interface Prior {
  readonly education: PriorEducation;
  /** Not yet: it depends on an exam of which the result is not known. */
  readonly isSure: boolean;
}

/** A leaver's prior education as far as it is known; 'failed' when the exam was, undefined when we cannot tell. */
export function priorOf({ schoolType, track, grade, result, diploma }: Education): Prior | 'failed' | undefined {
  const sure = (code: PriorEducation['code']): Prior => ({ education: rowOf(code), isSure: true });
  if (diploma === 'mbo1' || diploma === 'mbo2' || diploma === 'mbo3' || diploma === 'mbo4') return sure(diploma);
  if (diploma === 'havo' || diploma === 'vwo') return sure('havo-vwo');
  const isHavo = schoolType === 'havo' || schoolType === 'vwo';
  if (isHavo) return Number(/\d/.exec(grade ?? '')?.[0] ?? 0) >= 4 ? sure('havo-vwo') : undefined;
  const isVmbo = schoolType === 'vmbo' || diploma === 'vmbo' || (schoolType === 'vso' && track !== null);
  if (!isVmbo || !track) return undefined;
  if (result === 'failed' || result === 'certificate') return 'failed';
  return { education: rowOf(track === 'bb' ? 'vmbo-bb' : 'vmbo-higher'), isSure: result === 'passed' || diploma === 'vmbo' };
}

function rowOf(code: PriorEducation['code']): PriorEducation {
  const row = priorEducation.find((one) => one.code === code);
  if (!row) throw new Error(code);
  return row;
}
