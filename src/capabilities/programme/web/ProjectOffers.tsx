import { Anchor, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import documentClasses from '../../documents/web/documents.module.css';
import { programmeRoutes } from '../contract.ts';
import { programmeMessages } from './messages.ts';
import classes from './programme.module.css';
import { ProjectFormats } from './ProjectDownloads.tsx';

/** The results of the resource projects among the documents. */
export function ProjectOffers({ facts }: { readonly facts: string }): JSX.Element {
  const texts = useMessages(programmeMessages);
  const { slug } = useOrganization();
  const read = useRead(programmeRoutes.projects);
  return (
    <section className={documentClasses.document} aria-labelledby="resourceProject">
      <Title order={2} id="resourceProject">
        {texts.offers.title}
      </Title>
      <Text>{texts.result.documentLead}</Text>
      <Text size="sm" c="dimmed">
        {texts.offers.clause} {facts}
      </Text>
      <ProblemAlert error={read.error} />
      {read.data?.length === 0 && (
        <Text size="sm" mt="sm">
          {texts.empty.title}.{' '}
          <Anchor inherit renderRoot={(props) => <Link to="/o/$slug/projects" params={{ slug }} {...props} />}>
            {texts.empty.begin}
          </Anchor>
        </Text>
      )}
      <ul className={classes.offers}>
        {(read.data ?? []).map(({ id, name, state }) => (
          <li key={id}>
            <span>
              {name} <span className={classes.quiet}>{texts.states[state]}</span>
            </span>
            <ProjectFormats projectId={id} name={name} />
          </li>
        ))}
      </ul>
    </section>
  );
}
