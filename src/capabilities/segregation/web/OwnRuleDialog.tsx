import { Button, Group, Modal, MultiSelect, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { segregationSeverities } from '../../../domain/segregation-rule.ts';
import { requirements } from '../../../domain/catalogue.ts';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { fieldErrorsOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import type { RoleRow } from '../../roles/contract.ts';
import { segregationRoutes } from '../contract.ts';
import { segregationRuleKinds, type OwnSegregationRule } from '../model.ts';
import { segregationMessages } from './messages.ts';

interface OwnRuleDialogProps {
  /** Null for a new one. */
  readonly rule: OwnSegregationRule | null;
  /** Those to choose from. */
  readonly roles: readonly RoleRow[];
  /** A role that a new rule keeps apart from another one: then little is asked. */
  readonly beside?: Pick<RoleRow, 'key' | 'name'>;
  readonly onClose: () => void;
}

const fields = ['a', 'b', 'title', 'reason', 'compensatingControl'];

/** Adds or changes a rule of the organization's own. */
export function OwnRuleDialog({ rule, roles, beside, onClose }: OwnRuleDialogProps): JSX.Element {
  const texts = useMessages(segregationMessages);
  const form = texts.ruleForm;
  const add = useWrite(segregationRoutes.addSegregationRule);
  const update = useWrite(segregationRoutes.updateSegregationRule);
  const [kind, setKind] = useState<OwnSegregationRule['kind']>(rule?.kind ?? 'role-pair');
  const [a, setA] = useState(rule?.a ?? beside?.key ?? '');
  const [b, setB] = useState(rule?.b ?? '');
  const [named, setNamed] = useState(rule?.title ?? null);
  const [reason, setReason] = useState(rule?.reason ?? (beside === undefined ? '' : form.besideReason));
  const [severity, setSeverity] = useState<OwnSegregationRule['severity']>(
    rule?.severity ?? (beside === undefined ? 'medium' : 'high'),
  );
  const [references, setReferences] = useState<string[]>([...(rule?.references ?? [])]);
  const [instead, setInstead] = useState(rule?.compensatingControl ?? '');
  const other = roles.find(({ key }) => key === b);
  const title = named ?? (beside === undefined || other === undefined ? '' : form.besideName(beside.name, other.name));
  const error = add.error ?? update.error;
  const errors = fieldErrorsOf(error);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    // Opened from another form, this one is not part of it.
    event.stopPropagation();
    const body = {
      a,
      b,
      title,
      reason,
      severity,
      references,
      compensatingControl: instead.trim() === '' ? null : instead,
    };
    if (rule === null) add.mutate({ body: { ...body, kind } }, { onSuccess: onClose });
    else update.mutate({ path: { segregationRuleId: rule.id }, version: rule.version, body }, { onSuccess: onClose });
  };
  const side = (label: string, value: string, set: (value: string) => void, path: 'a' | 'b'): JSX.Element =>
    kind === 'role-pair' ? (
      <Select
        label={label}
        required
        searchable
        data={roles.map(({ key, name }) => ({ value: key, label: name }))}
        value={value === '' ? null : value}
        error={errors[path]}
        onChange={(chosen) => set(chosen ?? '')}
      />
    ) : (
      <TextInput
        label={label}
        description={form.activityHint}
        required
        maxLength={60}
        value={value}
        error={errors[path]}
        onChange={(event) => set(event.currentTarget.value)}
      />
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={rule !== null ? rule.key : beside === undefined ? form.add : form.beside(beside.name)}
      closeButtonProps={{ 'aria-label': texts.cancel }}
      size={560}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          {rule === null && beside === undefined && (
            <Select
              label={form.kind}
              allowDeselect={false}
              data={segregationRuleKinds.map((value) => ({ value, label: texts.kind[value] }))}
              value={kind}
              onChange={(value) => {
                setKind(segregationRuleKinds.find((known) => known === value) ?? kind);
                setA('');
                setB('');
              }}
            />
          )}
          <Group grow align="flex-start">
            {beside === undefined && side(form.a, a, setA, 'a')}
            {side(beside === undefined ? form.b : form.other, b, setB, 'b')}
          </Group>
          <TextInput
            label={form.name}
            required
            maxLength={200}
            value={title}
            error={errors['title']}
            onChange={(event) => setNamed(event.currentTarget.value)}
          />
          <Textarea
            label={form.reason}
            autosize
            minRows={2}
            maxLength={2000}
            value={reason}
            error={errors['reason']}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group grow align="flex-start">
            <Select
              label={form.severity}
              allowDeselect={false}
              data={segregationSeverities.map((value) => ({ value, label: texts.severity[value] }))}
              value={severity}
              onChange={(value) => setSeverity(segregationSeverities.find((known) => known === value) ?? severity)}
            />
            {beside === undefined && (
              <MultiSelect
                label={form.references}
                description={form.referencesHint}
                searchable
                data={requirements.map(({ id, title: words }) => ({ value: id, label: `${id} ${words}` }))}
                value={references}
                onChange={setReferences}
              />
            )}
          </Group>
          <Textarea
            label={form.instead}
            description={form.insteadHint}
            autosize
            minRows={2}
            maxLength={1000}
            value={instead}
            error={errors['compensatingControl']}
            onChange={(event) => setInstead(event.currentTarget.value)}
          />
          <ProblemAlert error={error} fields={fields} />
          <Group justify="flex-end">
            <Button
              type="submit"
              loading={add.isPending || update.isPending}
              disabled={a === '' || b === '' || title.trim() === ''}
            >
              {texts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
