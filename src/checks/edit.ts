/**
 * A mechanical change of one file of the commit; paths are relative to the app's folder. All edits of all findings
 * together make the patch that is offered.
 */
export type Edit =
  /** Puts `lines` (without their ends) in the place of the lines `from` to `to`, both counted from 1 and included. */
  | {
      readonly kind: "replace";
      readonly file: string;
      readonly from: number;
      readonly to: number;
      readonly lines: readonly string[];
    }
  /** Puts `lines` behind line `after`; 0 is the top, a number past the end the end. */
  | {
      readonly kind: "insert";
      readonly file: string;
      readonly after: number;
      readonly lines: readonly string[];
    }
  | { readonly kind: "create"; readonly file: string; readonly text: string }
  | { readonly kind: "rename"; readonly file: string; readonly to: string }
  | { readonly kind: "delete"; readonly file: string };
