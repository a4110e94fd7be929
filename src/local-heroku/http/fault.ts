/**
 * A planned misfortune: `status` answers an error without doing the work, `drop-before` cuts the connection before
 * the work is done, `drop-after` once it is done, so that the client does not learn of it.
 */
export type Fault =
  | { readonly kind: "status"; readonly status: number; readonly id?: string; readonly message?: string }
  | { readonly kind: "drop-before" }
  | { readonly kind: "drop-after" };
