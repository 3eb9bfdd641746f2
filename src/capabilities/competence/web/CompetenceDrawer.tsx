import { Anchor, Badge, Button, Drawer, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { competenceLevels } from '../../../domain/competence.ts';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useMayReadTrail, useOrganization } from '../../../web/organization.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { wordsOfUse } from '../competence-use.ts';
import { competenceFrameworkRoutes } from '../framework-contract.ts';
import type { ListedCompetence } from '../framework-list.ts';
import { CompetenceForm } from './CompetenceForm.tsx';
import { FrameworkHistory } from './FrameworkHistory.tsx';
import classes from './framework.module.css';
import { frameworkMessages } from './framework-messages.ts';

interface CompetenceDrawerProps {
  readonly competence: ListedCompetence;
  readonly source: string;
  readonly onClose: () => void;
}

/** One competence: what it means at each level, where it is required, its history; change, retire, remove. */
export function CompetenceDrawer({ competence, source, onClose }: CompetenceDrawerProps): JSX.Element {
  const all = useMessages(frameworkMessages);
  const texts = all.detail;
  const mayReadTrail = useMayReadTrail();
  const mayChange = useMayChange('competence');
  const [editing, setEditing] = useState(false);
  const { id, key, name, description, kind, refreshMonths, levels, retired, group } = competence;
  if (editing) return <CompetenceForm competence={competence} onClose={() => setEditing(false)} />;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={520}
      title={name}
      closeButtonProps={{ 'aria-label': all.cancel }}
    >
      <Stack gap="md">
        <Group gap={6}>
          <Badge variant="default">{all.kinds[kind]}</Badge>
          {retired && <Badge color="gray">{all.retired}</Badge>}
          <Text size="xs" c="dimmed">
            {[source, group, key].filter((text) => text !== null && text !== '').join(' · ')}
          </Text>
        </Group>
        {description !== '' && <Text size="sm">{description}</Text>}
        <Text size="sm" c="dimmed">
          {texts.refresh(refreshMonths)}
        </Text>
        {mayChange && <CompetenceActions competence={competence} onEdit={() => setEditing(true)} onGone={onClose} />}
        <CompetenceUses competence={competence} />
        <section>
          <Title order={3} size="h5" mb={4}>
            {all.levels}
          </Title>
          <dl className={classes.steps}>
            {competenceLevels.map(({ level, name: step, meaning }) => (
              <div key={level}>
                <dt>{all.level(level, step)}</dt>
                <dd>{levels.find((own) => own.level === level)?.meaning ?? meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
        {mayReadTrail && id !== null && <FrameworkHistory register="competence" subject={id} />}
      </Stack>
    </Drawer>
  );
}

const CompetenceUses = ({ competence: { use } }: { readonly competence: ListedCompetence }) => {
  const all = useMessages(frameworkMessages);
  const texts = all.detail;
  const { slug } = useOrganization();
  const line = (level: number, required: boolean): string => (required ? texts.must(level) : texts.should(level));
  return (
    <section>
      <Title order={3} size="h5" mb={4}>
        {texts.required}
      </Title>
      {use.roles.length + use.requirements.length === 0 && (
        <Text size="sm" c="dimmed">
          {texts.nowhere}
        </Text>
      )}
      <ul className={classes.plain}>
        {use.roles.map(({ id, name, level, required }) => (
          <li key={id} className={classes.row}>
            <Anchor
              inherit
              renderRoot={(props) => <Link to="/o/$slug/roles/$roleId" params={{ slug, roleId: id }} {...props} />}
            >
              {name}
            </Anchor>
            <span className={classes.number}>{line(level, required)}</span>
          </li>
        ))}
        {use.requirements.map(({ id, level, required }) => (
          <li key={id} className={classes.row}>
            <Anchor
              inherit
              renderRoot={(props) => (
                <Link to="/o/$slug/requirements/$requirementId" params={{ slug, requirementId: id }} {...props} />
              )}
            >
              {id}
            </Anchor>
            <span className={classes.number}>{line(level, required)}</span>
          </li>
        ))}
      </ul>
      <Text size="xs" c="dimmed" mt={4}>
        {[all.people(use.holders), texts.use(use.judgements, use.measures, use.mappings)].filter(Boolean).join(', ')}
      </Text>
    </section>
  );
};

interface CompetenceActionsProps {
  readonly competence: ListedCompetence;
  readonly onEdit: () => void;
  readonly onGone: () => void;
}

const CompetenceActions = ({ competence, onEdit, onGone }: CompetenceActionsProps) => {
  const all = useMessages(frameworkMessages);
  const texts = all.detail;
  const update = useWrite(competenceFrameworkRoutes.updateCompetence);
  const remove = useWrite(competenceFrameworkRoutes.removeCompetence);
  const [asking, setAsking] = useState(false);
  const { id, version, name, source, retired, use } = competence;
  const row = id === null || version === null ? null : { path: { competenceId: id }, version };
  const used = wordsOfUse(use);
  const retire = (to: boolean): void => {
    if (row !== null) update.mutate({ ...row, body: { retired: to } }, { onSuccess: () => setAsking(false) });
  };
  const gone = {
    onSuccess: () => {
      notifications.show({ message: all.form.gone(name), color: 'teal' });
      onGone();
    },
  };
  return (
    <Stack gap={6}>
      <ProblemAlert error={update.error ?? remove.error} />
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={onEdit}>
          {row === null ? texts.word : texts.edit}
        </Button>
        {row !== null && (
          <Button size="compact-sm" variant="default" onClick={() => (retired ? retire(false) : setAsking(true))}>
            {retired ? texts.takeUp : texts.retire}
          </Button>
        )}
        {row !== null && source !== 'imported' && (
          <Button
            size="compact-sm"
            variant="default"
            loading={remove.isPending}
            onClick={() => remove.mutate(row, gone)}
          >
            {source === 'shipped' ? texts.unword : all.remove}
          </Button>
        )}
      </Group>
      {asking && (
        <Modal
          opened
          onClose={() => setAsking(false)}
          title={texts.retireTitle(name)}
          closeButtonProps={{ 'aria-label': all.cancel }}
        >
          <Stack gap="md">
            <Text size="sm">{used === null ? texts.retireFree : texts.retireUsed(used)}</Text>
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={() => setAsking(false)}>
                {all.cancel}
              </Button>
              <Button loading={update.isPending} onClick={() => retire(true)}>
                {texts.retire}
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
    </Stack>
  );
};
