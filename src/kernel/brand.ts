declare const brand: unique symbol;

/** A value of type `T` that only its own parser may make: hours are not days, a person's id is not a role's. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };
