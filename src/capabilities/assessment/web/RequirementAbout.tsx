import { Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import type { Requirement } from '../../../domain/catalogue.ts';
import { useMessages } from '../../../web/message.ts';
import { messages } from './messages.ts';
import classes from './requirement.module.css';

const words = (value: string): string => value.replace(/_/g, ' ').toLowerCase();

/** What the catalogue says of a requirement beyond its summary; nothing where it says nothing. */
export function RequirementAbout({ requirement }: { readonly requirement: Requirement }): JSX.Element | null {
  const text = useMessages(messages).requirement;
  if (requirement.kind === 'clause') {
    const { documentedInformation, note, amendment } = requirement;
    const notes = [note, amendment].filter((line) => line !== undefined);
    if (documentedInformation.mandatory === false && notes.length === 0) return null;
    return (
      <section aria-labelledby="about" className={classes.panel}>
        <Title order={2} id="about" mb={4}>
          {text.documented}
        </Title>
        {documentedInformation.mandatory !== false && (
          <Text size="sm">
            {documentedInformation.mandatory === true ? text.documentedMust : text.documentedAsDetermined}
            {documentedInformation.what === undefined ? '' : `: ${documentedInformation.what}`}
          </Text>
        )}
        {notes.map((line) => (
          <Text size="sm" c="dimmed" mt={4} key={line}>
            {line}
          </Text>
        ))}
      </section>
    );
  }
  const { attributes } = requirement;
  const lists = [attributes.controlType, attributes.properties, attributes.operationalCapabilities];
  return (
    <section aria-labelledby="about" className={classes.panel}>
      <Title order={2} id="about" mb={4}>
        {text.attributes}
      </Title>
      {lists.map((list) => (
        <Text size="sm" c="dimmed" key={list.join()}>
          {list.map(words).join(', ')}
        </Text>
      ))}
    </section>
  );
}
