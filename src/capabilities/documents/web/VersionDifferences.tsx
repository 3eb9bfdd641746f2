import { Box, Loader, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { documentRoutes } from '../contract.ts';
import type { VersionedDocument } from '../model.ts';
import { versionMessages } from './version-messages.ts';
import classes from './versions.module.css';

interface VersionDifferencesProps {
  readonly document: VersionedDocument;
  readonly from: number;
  /** Left out for the present facts. */
  readonly to?: number;
}

/** What one version says otherwise than another, field by field. */
export function VersionDifferences({ document, from, to }: VersionDifferencesProps): JSX.Element {
  const texts = useMessages(versionMessages);
  const read = useRead(documentRoutes.versionDifferences, {
    query: { document, from, ...(to === undefined ? {} : { to }) },
  });
  if (read.data === undefined)
    return read.error === null ? <Loader size="xs" aria-label={texts.loading} /> : <ProblemAlert error={read.error} />;
  if (read.data.length === 0) return <Text size="sm">{texts.same}</Text>;
  return (
    <Box component="section" className={classes.differences} aria-label={texts.differences(from)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.differences(from)}</th>
            <th scope="col">{texts.field}</th>
            <th scope="col">{texts.before}</th>
            <th scope="col">{texts.after}</th>
          </tr>
        </thead>
        <tbody>
          {read.data.flatMap(({ requirementId, title, changes }) =>
            changes.map((change, index) => (
              <tr key={`${requirementId} ${change.field}`}>
                {index === 0 && (
                  <th scope="row" rowSpan={changes.length}>
                    {requirementId} {title}
                  </th>
                )}
                <td>{change.field}</td>
                <td>{change.from === '' ? <span className={classes.quiet}>{texts.empty}</span> : change.from}</td>
                <td>{change.to === '' ? <span className={classes.quiet}>{texts.empty}</span> : change.to}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </Box>
  );
}
