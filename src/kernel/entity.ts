/** Every register's row: the fields, who it is, and how often it was changed (the version that a writer must have seen). */
export type Entity<Ident, Fields> = Readonly<Fields> & { readonly id: Ident; readonly version: number };
