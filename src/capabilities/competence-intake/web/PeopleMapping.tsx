import { Box, Button, Table } from '@mantine/core';
import type { JSX } from 'react';
import { PersonPicker } from '../../people/web/PersonPicker.tsx';
import { useMessages } from '../../../web/message.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import type { MappedPerson } from '../contract.ts';
import { competenceIntakeMessages } from './messages.ts';
import classes from './skills-import.module.css';

interface PeopleMappingProps {
  readonly people: readonly MappedPerson[];
  readonly onChoose: (decided: Readonly<Record<string, string>>) => void;
}

/** Whom the names mean that the register does not know as they stand. */
export function PeopleMapping({ people, onChoose }: PeopleMappingProps): JSX.Element | null {
  const texts = useMessages(competenceIntakeMessages);
  const open = people.filter(({ how }) => how === 'similar' || how === 'none' || how === 'chosen');
  if (open.length === 0) return null;
  return (
    <Panel title={texts.peopleTitle} count={open.length} lead={texts.peopleLead}>
      <Box component="section" className={classes.scroll} tabIndex={0} aria-label={texts.peopleTitle}>
        <Table aria-label={texts.peopleTitle} verticalSpacing={3} layout="fixed" stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{texts.step}</Table.Th>
              <Table.Th scope="col">{texts.level}</Table.Th>
              <Table.Th scope="col">{texts.how}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {open.map(({ foreign, target, name, how }) => (
              <Table.Tr key={foreign}>
                <Table.Td>{foreign}</Table.Td>
                <Table.Td>
                  <PersonPicker
                    label=""
                    spoken={texts.personOf(foreign)}
                    placeholder={texts.ignore}
                    value={how === 'chosen' && target !== null && name !== null ? { id: target, name } : null}
                    onChange={(person) => onChoose({ [foreign]: person?.id ?? 'ignore' })}
                  />
                </Table.Td>
                <Table.Td className={classes.quiet}>
                  {how === 'chosen' && texts.by.you}
                  {how === 'similar' && name !== null && target !== null && (
                    <>
                      {texts.maybe(name)}{' '}
                      <Button
                        size="compact-xs"
                        variant="default"
                        aria-label={texts.confirmOne(foreign)}
                        onClick={() => onChoose({ [foreign]: target })}
                      >
                        {texts.confirm}
                      </Button>
                    </>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Box>
    </Panel>
  );
}
