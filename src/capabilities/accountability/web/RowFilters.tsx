import { Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { addressSearch, useAddressFilters } from '../../../web/address.ts';
import { useMessages } from '../../../web/message.ts';
import { chapters } from './matrix-rows.ts';
import { accountabilityMessages } from './messages.ts';

interface SearchFieldProps {
  /** The filter's name in the address. */
  readonly name: string;
  readonly label: string;
}

/** A text in the address that filters while one types. */
export function SearchField({ name, label }: SearchFieldProps): JSX.Element {
  const [address, setFilter] = useAddressFilters();
  const [text, setText] = useState(addressSearch(address)[name] ?? '');
  const passOn = useDebouncedCallback((typed: string) => setFilter({ [name]: typed === '' ? undefined : typed }), 200);
  return (
    <TextInput
      w={170}
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={15} aria-hidden />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        passOn(event.currentTarget.value);
      }}
    />
  );
}

/** Which requirements are in view: by words and by chapter. */
export function RowFilters(): JSX.Element {
  const texts = useMessages(accountabilityMessages);
  const [address, setFilter] = useAddressFilters();
  return (
    <>
      <SearchField name="search" label={texts.search} />
      <Select
        w={170}
        aria-label={texts.chapter}
        placeholder={texts.anyChapter}
        clearable
        data={chapters.map((chapter) => ({ value: chapter.id, label: texts.chapterName(chapter.id, chapter.title) }))}
        value={addressSearch(address)['chapter'] ?? null}
        onChange={(chapter) => setFilter({ chapter: chapter ?? undefined })}
      />
    </>
  );
}
