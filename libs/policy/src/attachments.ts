const MB = 1024 * 1024;

/** Files that a student adds to the passport. What they are is seen from their contents, never from their name. */
export const attachmentKinds = [
  { code: 'pdf', dutch: 'pdf', type: 'application/pdf', extension: 'pdf', because: 'Zo bewaart elk programma een brief. Met een programma of ander bestand erin nemen we hem niet aan.' },
  { code: 'jpeg', dutch: 'foto', type: 'image/jpeg', extension: 'jpg', because: 'Zo maken telefoons foto’s. Waar en wanneer de foto is gemaakt, halen we eruit.' },
  { code: 'png', dutch: 'schermafdruk', type: 'image/png', extension: 'png', because: 'Zo bewaren telefoons en computers een schermafdruk. Wat er verborgen bij staat, halen we eruit.' },
] as const;

export type AttachmentKind = (typeof attachmentKinds)[number]['code'];

export const attachmentLimits = {
  bytes: 10 * MB,
  perQuestion: 3,
  perLeaver: 8,
  /** A picture of more points needs more memory than an old computer has. */
  pixels: 64_000_000,
  because: 'Ruim genoeg voor een brief of een paar certificaten; een portfolio op internet noem je in de tekst.',
} as const;

/** Why a file is not taken, as the student reads it. A HEIC cannot be opened on most computers of schools, so it is no row above. */
export const attachmentRefusals = [
  { code: 'none', dutch: 'Kies eerst een bestand.' },
  { code: 'empty', dutch: 'Dit bestand is leeg. Kies een ander bestand.' },
  { code: 'too-big', dutch: 'Dit bestand is te groot. Het mag hoogstens 10 MB zijn. Kies een kleiner bestand.' },
  { code: 'too-many-points', dutch: 'Deze foto is te groot om te openen. Maak er een schermafdruk van en kies die.' },
  { code: 'wrong-kind', dutch: 'Dit bestand kunnen we niet gebruiken. Kies een pdf of een foto (jpg of png).' },
  { code: 'document', dutch: 'Dit is een bestand van Word of een ander programma. Bewaar het daar als pdf en kies de pdf.' },
  { code: 'heic', dutch: 'Deze foto is een HEIC. Die kan niet iedereen openen. Maak er een schermafdruk van en kies die.' },
  { code: 'broken', dutch: 'Dit bestand is niet heel. Bewaar het opnieuw, of kies een ander bestand.' },
  { code: 'locked', dutch: 'Op deze pdf zit een wachtwoord. Bewaar hem zonder wachtwoord en kies hem opnieuw.' },
  { code: 'active', dutch: 'In deze pdf zit meer dan tekst en beeld. Druk hem af als nieuwe pdf en kies die.' },
  { code: 'already-there', dutch: 'Dit bestand staat er al.' },
  { code: 'too-many', dutch: 'Je hebt het hoogste aantal bestanden. Haal er eerst een weg.' },
] as const;

export type AttachmentRefusal = (typeof attachmentRefusals)[number]['code'];
