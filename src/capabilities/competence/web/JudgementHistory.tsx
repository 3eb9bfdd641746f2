import { Button, Group, Table, Text } from '@mantine/core';
import { useState, type JSX } from 'react';
import { findEvidenceKind } from '../../../domain/evidence-kind.ts';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { personCompetenceRoutes } from '../person-contract.ts';
import type { JudgementRow } from '../person-competence.ts';
import { ClaimActions } from './ClaimActions.tsx';
import { claimMessages } from './claim-messages.ts';
import { JudgementEvidenceDialog } from './JudgementEvidenceDialog.tsx';
import classes from './person-competence.module.css';
import { personCompetenceMessages } from './person-messages.ts';

interface JudgementHistoryProps {
  readonly rows: readonly JudgementRow[];
  readonly personName: string;
  readonly mayChange: (row: JudgementRow) => boolean;
}

/** Every judgement of somebody, the latest first, with what it rests on and until when it counts. */
export function JudgementHistory({ rows, personName, mayChange }: JudgementHistoryProps): JSX.Element {
  const texts = useMessages(personCompetenceMessages);
  const format = useFormat();
  const withdraw = useWrite(personCompetenceRoutes.withdrawJudgement);
  const claims = useMessages(claimMessages);
  const claimText = ({ claim, awaits }: JudgementRow): string | null => {
    if (claim === null || awaits || claim.decision === null) return awaits ? claims.waits : null;
    const { verdict, name, note, on } = claim.decision;
    return verdict === 'declined' ? claims.declined(name, note) : claims.confirmed(name, format.date(on));
  };
  const [edited, setEdited] = useState<JudgementRow | null>(null);
  if (rows.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {texts.historyNone}
      </Text>
    );
  const endOf = ({ method, ends, inDate }: JudgementRow): string => {
    if (method === 'self') return '';
    if (ends === null) return texts.forGood;
    return `${format.date(lastDayOf(ends))}${inDate ? '' : ` (${texts.ended})`}`;
  };
  return (
    <>
      <ProblemAlert error={withdraw.error} />
      <Table.ScrollContainer
        minWidth={720}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': texts.history, role: 'region' } }}
      >
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={110}>{texts.columns.on}</Table.Th>
              <Table.Th>{texts.columns.competence}</Table.Th>
              <Table.Th w={120}>{texts.columns.level}</Table.Th>
              <Table.Th>{texts.columns.method}</Table.Th>
              <Table.Th>{texts.columns.basis}</Table.Th>
              <Table.Th w={150}>{texts.columns.ends}</Table.Th>
              <Table.Td w={150} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => {
              const { evidenceKind, reference, evidenceIds, note, recordedByName, assessor } = row;
              const claimed = claimText(row);
              const date = format.date(row.on);
              const basis = [
                evidenceKind === null ? null : (findEvidenceKind(evidenceKind)?.name ?? evidenceKind),
                reference,
                evidenceIds.length === 0 ? null : texts.files(evidenceIds.length),
                note === '' ? null : note,
              ].filter((part) => part !== null);
              return (
                <Table.Tr key={row.id}>
                  <Table.Td>{date}</Table.Td>
                  <Table.Td>{row.competenceName}</Table.Td>
                  <Table.Td>
                    {row.level}
                    {row.proven < row.level && <div className={classes.quiet}>{texts.provenLess(row.proven)}</div>}
                  </Table.Td>
                  <Table.Td>
                    {[texts.methods[row.method], assessor].filter((part) => part !== null).join(', ')}
                    {recordedByName !== null && <div className={classes.quiet}>{texts.recordedBy(recordedByName)}</div>}
                    {claimed !== null && <div className={classes.quiet}>{claimed}</div>}
                  </Table.Td>
                  <Table.Td>{basis.join(', ')}</Table.Td>
                  <Table.Td>{endOf(row)}</Table.Td>
                  <Table.Td>
                    {row.mayConfirm && <ClaimActions claim={row} personName={personName} />}
                    {mayChange(row) && (
                      <Group gap={4} wrap="nowrap" justify="flex-end">
                        <Button
                          size="compact-xs"
                          variant="subtle"
                          aria-label={texts.editOf(row.competenceName, date)}
                          onClick={() => setEdited(row)}
                        >
                          {texts.edit}
                        </Button>
                        {row.mine && (
                          <Button
                            size="compact-xs"
                            variant="subtle"
                            color="red"
                            aria-label={texts.withdrawOf(row.competenceName, date)}
                            loading={withdraw.isPending}
                            onClick={() =>
                              withdraw.mutate({ path: { competenceAssessmentId: row.id }, version: row.version })
                            }
                          >
                            {texts.withdraw}
                          </Button>
                        )}
                      </Group>
                    )}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {edited !== null && <JudgementEvidenceDialog row={edited} onClose={() => setEdited(null)} />}
    </>
  );
}
