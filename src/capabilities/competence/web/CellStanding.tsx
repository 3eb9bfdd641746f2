import { Anchor } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { useOrganization } from '../../../web/organization.ts';
import type { CellDetail, JudgementShown } from '../cell-detail.ts';
import { competenceMatrixRoutes } from '../matrix-contract.ts';
import { matrixTexts } from './matrix-messages.ts';

/** Who passes over cells with the arrows asks for none of them. */
const REST_MS = 120;
const REASONS = 3;

/** What stands behind the active cell: what asks for it, what proves it until when, and both words on it. */
export function CellStanding({ rowId, columnId }: { readonly rowId: string; readonly columnId: string }): JSX.Element {
  const texts = useMessages(matrixTexts);
  const { slug } = useOrganization();
  const [asked] = useDebouncedValue(`${rowId} ${columnId}`, REST_MS);
  const place = `${rowId} ${columnId}`;
  const read = useRead(
    competenceMatrixRoutes.competenceCell,
    { query: { personId: rowId, competence: columnId } },
    { enabled: asked === place },
  );
  const detail = read.data;
  return (
    <>
      {detail?.personId === rowId && detail.competence === columnId && <Behind detail={detail} />}
      <Anchor
        size="xs"
        renderRoot={(props) => (
          <Link to="/o/$slug/people/$personId/competence" params={{ slug, personId: rowId }} {...props} />
        )}
      >
        {texts.detail.person}
      </Anchor>
    </>
  );
}

function Behind({ detail }: { readonly detail: CellDetail }): JSX.Element {
  const { detail: texts, methods } = useMessages(matrixTexts);
  const format = useFormat();
  const { reasons, judgement, self, manager, claim } = detail;
  const named = reasons.slice(0, REASONS).map(({ name, level, must }) => texts.reason(name, level, must));
  const rest = reasons.length > REASONS ? [texts.moreReasons(reasons.length - REASONS)] : [];
  return (
    <>
      {reasons.length > 0 && <span>{texts.required(format.list([...named, ...rest]))}</span>}
      {judgement !== null && <Proof judgement={judgement} ended={detail.face.state === 'expired'} />}
      {self !== null && judgement?.method !== 'self' && <span>{texts.self(self.level)}</span>}
      {manager !== null && judgement?.method !== 'manager' && <span>{texts.manager(manager.level)}</span>}
      {claim !== null && <span>{texts.waits(claim.level, methods[claim.method])}</span>}
    </>
  );
}

function Proof({ judgement, ended }: { readonly judgement: JudgementShown; readonly ended: boolean }): JSX.Element {
  const all = useMessages(matrixTexts);
  const texts = all.detail;
  const format = useFormat();
  const { level, method, on, assessor, reference, files, to, through } = judgement;
  const until = to === null ? texts.forGood : (ended ? texts.ended : texts.until)(format.date(lastDayOf(to)));
  const parts = [
    texts.proof(level, all.methods[method], format.date(on)),
    assessor === null ? undefined : texts.by(assessor),
    through === null ? undefined : texts.through(through),
    reference === null ? undefined : texts.reference(reference),
    files === 0 ? undefined : texts.files(files),
    method === 'self' ? undefined : until,
  ];
  return <span>{parts.filter((part) => part !== undefined).join(', ')}</span>;
}
