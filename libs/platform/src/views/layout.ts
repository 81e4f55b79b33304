interface MenuItem {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

/** What stands beside each other in the header, and what under "Meer". */
export interface Menu {
  readonly beside: readonly MenuItem[];
  readonly more: readonly MenuItem[];
  /** Whether the reader is in one of the latter. */
  readonly isInMore: boolean;
}

/** What every page says around its own contents. */
export interface LayoutModel {
  readonly title: string;
  readonly section?: string;
  readonly menu?: Menu;
  readonly user?: { readonly name: string; readonly role: string; readonly menuHref: string; readonly signOutHref: string; readonly signsOutHere?: boolean };
  /** On which day the example stands. */
  readonly demo?: { readonly day: string; readonly inboxHref: string; readonly jumpHref: string };
  readonly flash?: { readonly kind: 'ok' | 'info' | 'error'; readonly text: string; readonly next?: { readonly href: string; readonly text: string } };
  /** Whose it is, so that a draft on a shared computer is nobody else's; how long it lasts without a click, and where the page asks after it. */
  readonly session?: { readonly who: string; readonly isParent: boolean; readonly seconds: number; readonly leftHref: string; readonly extendHref: string; readonly signInHref: string };
  readonly hasErrors?: boolean;
  readonly homeHref: string;
}
