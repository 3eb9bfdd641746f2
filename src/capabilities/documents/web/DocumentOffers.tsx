import { Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconBraces,
  IconCsv,
  IconFileTypeDocx,
  IconFileTypePdf,
  IconFileTypeXls,
  type Icon,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';
import { useAsOf } from '../../../web/as-of.ts';
import { addressOf, type CallError } from '../../../web/client.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { documentRoutes } from '../contract.ts';
import type { DocumentFormat, Paper } from '../model.ts';
import classes from './documents.module.css';
import { download } from './download.ts';
import { DownloadCard } from './DownloadCard.tsx';
import { DocumentVersions } from './DocumentVersions.tsx';
import { messages } from './messages.ts';
import { comesAs, versionsOf, type OfferedDocument } from './offered.ts';
import { versionMessages } from './version-messages.ts';

interface Offer {
  readonly name: 'pdf-a4' | 'pdf-letter' | 'docx' | 'xlsx' | 'csv' | 'json';
  readonly format: DocumentFormat;
  readonly paper?: Paper;
  readonly icon: Icon;
}

const toPrint: readonly Offer[] = [
  { name: 'pdf-a4', format: 'pdf', paper: 'a4', icon: IconFileTypePdf },
  { name: 'pdf-letter', format: 'pdf', paper: 'letter', icon: IconFileTypePdf },
];
const toWork: readonly Offer[] = [
  { name: 'docx', format: 'docx', icon: IconFileTypeDocx },
  { name: 'xlsx', format: 'xlsx', icon: IconFileTypeXls },
  { name: 'csv', format: 'csv', icon: IconCsv },
  { name: 'json', format: 'json', icon: IconBraces },
];

/** One document: what it is, what it is evidence for, and a card for each format. */
export function DocumentOffers({
  document,
  facts,
  choice = {},
  children,
}: {
  readonly document: OfferedDocument;
  /** As of when, in words. */
  readonly facts: string;
  /** To what the document is narrowed, or how it is arranged. */
  readonly choice?: Readonly<Record<string, string | undefined>>;
  /** Where that is chosen. */
  readonly children?: ReactNode;
}): JSX.Element {
  const text = useMessages(messages);
  const versions = useMessages(versionMessages);
  const { id, slug } = useOrganization();
  const { query } = useAsOf();
  const about = text.documents[document];
  const hints: Partial<Record<Offer['name'], string>> = about.hints;
  const make = useMutation<string, CallError, Offer>({
    mutationFn: (offer) => {
      const asked = { format: offer.format, paper: offer.paper, ...choice, ...query };
      const address = addressOf(documentRoutes[document], { organizationId: id }, asked);
      return download(address, `${slug}-${document}.${offer.format}`);
    },
    onSuccess: (name) => notifications.show({ message: text.made(name), color: 'green' }),
  });
  const approved = versionsOf(document);
  const cards = (offers: readonly Offer[], label: string): JSX.Element => (
    <ul className={classes.cards} aria-label={`${about.title}: ${label}`}>
      {offers.map((offer) => (
        <DownloadCard
          key={offer.name}
          icon={offer.icon}
          label={text.formats[offer.name]}
          hint={hints[offer.name]}
          busy={make.isPending && make.variables.name === offer.name}
          disabled={make.isPending}
          onClick={() => make.mutate(offer)}
        />
      ))}
    </ul>
  );
  return (
    <section className={classes.document} aria-labelledby={document}>
      <Title order={2} id={document}>
        {about.title}
      </Title>
      <Text>{about.what}</Text>
      <Text size="sm" c="dimmed">
        {about.clause} {facts} {text.asOfHint}
      </Text>
      {children}
      {approved !== null && (
        <>
          <Title order={3} mt="md">
            {versions.title}
          </Title>
          <DocumentVersions document={approved} />
        </>
      )}
      {comesAs(document, 'pdf') && (
        <>
          <Title order={3} mt="md">
            {text.print}
          </Title>
          {cards(toPrint, text.print)}
        </>
      )}
      <Title order={3} mt="md">
        {text.data}
      </Title>
      {cards(
        toWork.filter(({ format }) => comesAs(document, format)),
        text.data,
      )}
      <div aria-live="polite">
        {make.isPending && (
          <Text size="sm" c="dimmed" mt="sm">
            {text.making}
          </Text>
        )}
      </div>
      <ProblemAlert error={make.error} />
    </section>
  );
}
