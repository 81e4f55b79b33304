const MOBILE = /^\+316(\d{2})(\d{2})(\d{2})(\d{2})$/;
const LONG_AREA = /^\+31(\d{3})(\d{3})(\d{3})$/;
const SHORT_AREA = /^\+31(10|13|15|20|23|24|26|30|33|35|36|38|40|43|45|46|50|53|55|58|70|71|72|73|74|75|76|77|78|79|85|88)(\d{3})(\d{2})(\d{2})$/;

/** A Dutch number as +31…, whatever spaces, hyphens and brackets it was typed with; others as they are. */
export const phoneLink = (typed: string): string => typed.replaceAll(/[\s().-]/g, '').replace(/^(00|\+)31\(?0?\)?/, '+31').replace(/^0(?!0)/, '+31');

/** As people write it: 06 12 34 56 78, 038 123 45 67. */
export function phoneText(typed: string): string {
  const number = phoneLink(typed);
  return number
    .replace(MOBILE, '06 $1 $2 $3 $4')
    .replace(SHORT_AREA, '0$1 $2 $3 $4')
    .replace(LONG_AREA, '0$1 $2 $3');
}
