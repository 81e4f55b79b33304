/** 1200 as "1.200". */
export const numberText = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, '.');

/** "1 leerling", "7 leerlingen". */
export const plural = (count: number, one: string, more: string): string => `${numberText(count)} ${count === 1 ? one : more}`;
