import { Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBraces, IconCsv, IconFileTypePdf, IconFileTypeXls, type Icon } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useAsOf } from '../../../web/as-of.ts';
import { addressOf, type CallError } from '../../../web/client.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { documentRoutes } from '../contract.ts';
import type { DocumentFormat, Paper } from '../model.ts';
import classes from './documents.module.css';
import { download } from './download.ts';
import { DownloadCard } from './DownloadCard.tsx';
import { messages } from './messages.ts';

interface Offer {
  readonly name: 'pdf-a4' | 'pdf-letter' | 'xlsx' | 'csv' | 'json';
  readonly format: DocumentFormat;
  readonly paper?: Paper;
  readonly icon: Icon;
}

const toPrint: readonly Offer[] = [
  { name: 'pdf-a4', format: 'pdf', paper: 'a4', icon: IconFileTypePdf },
  { name: 'pdf-letter', format: 'pdf', paper: 'letter', icon: IconFileTypePdf },
];
const toWork: readonly Offer[] = [
  { name: 'xlsx', format: 'xlsx', icon: IconFileTypeXls },
  { name: 'csv', format: 'csv', icon: IconCsv },
  { name: 'json', format: 'json', icon: IconBraces },
];

/** The documents that can be had, as of the date of the facts. */
export function DocumentsScreen(): JSX.Element {
  const text = useMessages(messages);
  const format = useFormat();
  const { id, slug } = useOrganization();
  const { on, recordedAt, query, isNow } = useAsOf();
  const make = useMutation<string, CallError, Offer>({
    mutationFn: (offer) => {
      const asked = { format: offer.format, paper: offer.paper, ...query };
      const address = addressOf(documentRoutes.accountabilityMatrix, { organizationId: id }, asked);
      return download(address, `${slug}-accountability-matrix.${offer.format}`);
    },
    onSuccess: (name) => notifications.show({ message: text.made(name), color: 'green' }),
  });
  const facts = [
    ...(on === undefined ? [] : [text.on(format.date(on))]),
    ...(recordedAt === undefined ? [] : [text.recorded(format.moment(recordedAt))]),
    ...(isNow ? [text.today] : []),
  ];
  const cards = (offers: readonly Offer[]): JSX.Element => (
    <ul className={classes.cards}>
      {offers.map((offer) => (
        <DownloadCard
          key={offer.name}
          icon={offer.icon}
          label={text.formats[offer.name][0] ?? ''}
          hint={text.formats[offer.name][1] ?? ''}
          busy={make.isPending && make.variables.name === offer.name}
          disabled={make.isPending}
          onClick={() => make.mutate(offer)}
        />
      ))}
    </ul>
  );
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <section className={classes.document} aria-labelledby="matrix">
        <Title order={2} id="matrix">
          {text.matrix}
        </Title>
        <Text>{text.matrixWhat}</Text>
        <Text size="sm" c="dimmed">
          {text.matrixClause} {text.asOf(format.list(facts))} {text.asOfHint}
        </Text>
        <Title order={3} mt="md">
          {text.print}
        </Title>
        {cards(toPrint)}
        <Title order={3} mt="md">
          {text.data}
        </Title>
        {cards(toWork)}
        <div aria-live="polite">
          {make.isPending && (
            <Text size="sm" c="dimmed" mt="sm">
              {text.making}
            </Text>
          )}
        </div>
        <ProblemAlert error={make.error} />
      </section>
    </>
  );
}
