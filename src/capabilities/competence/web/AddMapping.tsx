import { Button, Select, Stack, Textarea } from '@mantine/core';
import { useState, type JSX } from 'react';
import { oneOf } from '../../../web/address.ts';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import { competenceFrameworkRoutes } from '../framework-contract.ts';
import { mappingRelations, type CompetenceMappingFields } from '../model.ts';
import { mappingMessages } from './mapping-messages.ts';

interface AddMappingProps {
  readonly onAdd: (row: CompetenceMappingFields) => void;
  readonly pending: boolean;
}

/** Says that one competence counts for another, or is related to it. */
export function AddMapping({ onAdd, pending }: AddMappingProps): JSX.Element {
  const texts = useMessages(mappingMessages);
  const competences = useRead(competenceFrameworkRoutes.competences);
  const workRoles = useRead(competenceFrameworkRoutes.workRoles);
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [relation, setRelation] = useState<CompetenceMappingFields['relation']>('covers');
  const [note, setNote] = useState('');
  const named = (competences.data ?? [])
    .filter(({ retired }) => !retired)
    .map(({ key, name }) => ({
      value: key,
      label: key.includes(':') ? `${name} (${key.split(':')[1] ?? key})` : name,
    }));
  const roles = (workRoles.data ?? []).map(({ key, title }) => ({ value: key, label: title }));
  const data = relation === 'related' ? [...named, ...roles] : named;
  return (
    <Panel title={texts.add}>
      <Stack gap="xs">
        <Select
          label={texts.from}
          placeholder={texts.search}
          searchable
          limit={50}
          data={data}
          value={from}
          onChange={setFrom}
        />
        <Select
          label={texts.relation}
          allowDeselect={false}
          data={mappingRelations.map((value) => ({ value, label: texts.relations[value] }))}
          value={relation}
          onChange={(value) => setRelation(oneOf(mappingRelations, value ?? undefined) ?? relation)}
        />
        <Select
          label={texts.to}
          placeholder={texts.search}
          searchable
          limit={50}
          data={data.filter(({ value }) => value !== from)}
          value={to}
          onChange={setTo}
        />
        <Textarea label={texts.note} autosize value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        <Button
          variant="default"
          loading={pending}
          disabled={from === null || to === null}
          onClick={() => {
            if (from === null || to === null) return;
            onAdd({ from, to, relation, note });
            setTo(null);
            setNote('');
          }}
        >
          {texts.save}
        </Button>
      </Stack>
    </Panel>
  );
}
