import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useMayChange } from '../../../web/organization.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { competenceFrameworkRoutes } from '../framework-contract.ts';
import type { FrameworkInUse, ListedFramework } from '../framework-list.ts';
import { EditionDialog } from './EditionDialog.tsx';
import classes from './framework.module.css';
import { frameworkMessages } from './framework-messages.ts';

/** Where the competences come from, with edition, figures and the attribution that each source asks for. */
export function FrameworkSources({ page }: { readonly page: FrameworkInUse }): JSX.Element {
  const texts = useMessages(frameworkMessages);
  const mayChange = useMayChange('competenceFramework');
  const [raising, setRaising] = useState(false);
  const [removing, setRemoving] = useState<ListedFramework | null>(null);
  const own = page.frameworks.find(({ kind }) => kind === 'own');
  const imported = page.frameworks.filter(({ kind }) => kind !== 'own');
  const shipped = page.competences.filter(({ source }) => source === 'shipped');
  const ours = page.competences.filter(({ source, id }) => source === 'own' || (source === 'shipped' && id !== null));
  return (
    <Panel title={texts.frameworks} lead={texts.frameworksLead}>
      <dl className={classes.facts}>
        <dt>{texts.sources.shipped}</dt>
        <dd>{texts.shippedAbout(shipped.length)}</dd>
        <dt>{texts.sources.own}</dt>
        <dd>
          {texts.ownAbout(ours.length)}{' '}
          {own === undefined || own.edition === null ? texts.noEdition : texts.edition(own.edition)}
          {mayChange && (
            <Button size="compact-xs" variant="default" mt={4} display="block" onClick={() => setRaising(true)}>
              {texts.raise}
            </Button>
          )}
        </dd>
        {imported.map((framework) => (
          <Imported key={framework.id} framework={framework} onRemove={mayChange ? setRemoving : null} />
        ))}
      </dl>
      {raising && <EditionDialog present={own?.edition ?? null} onClose={() => setRaising(false)} />}
      {removing !== null && <RemoveDialog framework={removing} onClose={() => setRemoving(null)} />}
    </Panel>
  );
}

interface ImportedProps {
  readonly framework: ListedFramework;
  readonly onRemove: ((framework: ListedFramework) => void) | null;
}

const Imported = ({ framework, onRemove }: ImportedProps) => {
  const texts = useMessages(frameworkMessages);
  const { name, edition, statements, workRoles, retired, licence, source } = framework;
  return (
    <>
      <dt>
        {name} <span className={classes.dim}>{texts.edition(edition)}</span>
      </dt>
      <dd>
        {texts.importedAbout(statements, workRoles, retired)}
        <div className={classes.licence}>
          {licence} {source}
        </div>
        {onRemove !== null && (
          <Button
            size="compact-xs"
            variant="default"
            mt={4}
            aria-label={texts.removeNamed(name)}
            onClick={() => onRemove(framework)}
          >
            {texts.remove}
          </Button>
        )}
      </dd>
    </>
  );
};

const RemoveDialog = ({
  framework,
  onClose,
}: {
  readonly framework: ListedFramework;
  readonly onClose: () => void;
}) => {
  const texts = useMessages(frameworkMessages);
  const remove = useWrite(competenceFrameworkRoutes.removeCompetenceFramework);
  const { id, version, name } = framework;
  return (
    <Modal opened onClose={onClose} title={texts.removeNamed(name)} closeButtonProps={{ 'aria-label': texts.cancel }}>
      <Stack gap="md">
        <ProblemAlert error={remove.error} />
        <Text size="sm">{texts.removeFramework(name)}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button
            color="red"
            loading={remove.isPending}
            onClick={() => remove.mutate({ path: { competenceFrameworkId: id }, version }, { onSuccess: onClose })}
          >
            {texts.remove}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
