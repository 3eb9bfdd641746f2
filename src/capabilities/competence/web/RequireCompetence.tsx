import { Button, Checkbox, Group, Select, Stack, Textarea } from '@mantine/core';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { findRequirement, requirements } from '../../../domain/catalogue.ts';
import { competenceLevels } from '../../../domain/competence.ts';
import { levelIn, levels } from '../../../kernel/level.ts';
import { refusal } from '../../../web/form/form-errors.ts';
import { useMessages } from '../../../web/message.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { competenceFrameworkRoutes } from '../framework-contract.ts';
import { requiredCompetenceRoutes } from '../required-contract.ts';
import { frameworkMessages } from './framework-messages.ts';
import { groupedCompetences } from './grouped-competences.ts';
import { requiredMessages } from './required-messages.ts';

const fields = ['requirementId', 'competence', 'level', 'reason'];
const options = requirements.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }));

interface RequireCompetenceProps {
  /** Null where the form asks for it. */
  readonly requirementId: string | null;
  readonly onClose: () => void;
}

/** Says that a requirement calls for a competence. */
export function RequireCompetence({ requirementId, onClose }: RequireCompetenceProps): JSX.Element {
  const texts = useMessages(requiredMessages);
  const sources = useMessages(frameworkMessages).sources;
  const competences = useRead(competenceFrameworkRoutes.competences);
  const require = useWrite(requiredCompetenceRoutes.requireCompetence);
  const [of, setOf] = useState(requirementId);
  const [competence, setCompetence] = useState<string | null>(null);
  const [level, setLevel] = useState(levels[3]);
  const [required, setRequired] = useState(true);
  const [reason, setReason] = useState('');
  const refused = refusal(require.error, fields);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const requirement = findRequirement(of ?? '');
    if (requirement === undefined || competence === null) return;
    require.mutate(
      { body: { requirementId: requirement.id, competence, level, required, reason } },
      { onSuccess: onClose },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="xs">
        <ProblemAlert error={refused.rest} fields={fields} />
        {requirementId === null && (
          <Select
            label={texts.requirement}
            searchable
            limit={60}
            data={options}
            value={of}
            error={refused.at['requirementId']}
            onChange={setOf}
          />
        )}
        <Select
          label={texts.competence}
          searchable
          limit={60}
          data={groupedCompetences(competences.data ?? [], sources, new Set())}
          value={competence}
          error={refused.at['competence']}
          onChange={setCompetence}
        />
        <Select
          label={texts.level}
          allowDeselect={false}
          data={competenceLevels.map((step) => ({
            value: String(step.level),
            label: texts.levelName(step.level, step.name),
          }))}
          value={String(level)}
          onChange={(value) => setLevel(levelIn(value ?? '') ?? level)}
        />
        <Checkbox
          label={texts.weight}
          checked={required}
          onChange={(event) => setRequired(event.currentTarget.checked)}
        />
        <Textarea
          label={texts.reason}
          autosize
          value={reason}
          error={refused.at['reason']}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button size="compact-sm" variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button
            size="compact-sm"
            type="submit"
            disabled={of === null || competence === null}
            loading={require.isPending}
          >
            {texts.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
