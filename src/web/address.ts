import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** What stands after the question mark: the date of the facts and the filters of a page, as plain texts. */
export type AddressSearch = Readonly<Record<string, string | undefined>>;

type Filters = Readonly<Record<string, string>>;

/** Reads any query string without guessing at types: `?level=5` is the text 5. Empty values leave the address. */
export function addressSearch(search: Readonly<Record<string, unknown>>): Filters {
  return Object.fromEntries(
    Object.entries(search)
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

/**
 * The filters of a list as they stand in the address, and a setter that keeps whatever else stands there.
 * An undefined value leaves the address. Changes replace the entry in the history: Back leaves the list, not a letter typed.
 */
export function useAddressFilters(): readonly [Filters, (patch: AddressSearch) => void] {
  const search: AddressSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = useCallback(
    (patch: AddressSearch) => {
      void navigate({
        to: '.',
        // An explicit undefined also tells the router not to retain the date of the facts.
        search: (before: AddressSearch) => ({ ...addressSearch(before), ...patch }),
        replace: true,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [addressSearch(search), set];
}

/** The filter's value when it is one of those known, else undefined: an address is anybody's text. */
export const oneOf = <T extends string>(values: readonly T[], text: string | undefined): T | undefined =>
  values.find((value) => value === text);

/** The texts of a query string, as the router keeps them. */
export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));

/** A query string of the texts that say something. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const text = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    ),
  ).toString();
  return text === '' ? '' : `?${text}`;
}
