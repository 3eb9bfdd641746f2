import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import type { CatalogueSummary } from '../catalogue.ts';
import { catalogueFormats } from '../model.ts';
import classes from './frameworks.module.css';
import { frameworkMessages } from './messages.ts';

type Attribution = Pick<CatalogueSummary, 'name' | 'edition' | 'publisher' | 'licence' | 'format'>;

/** Whose catalogue it is and on what terms: what its licence usually asks to be shown. */
export function FrameworkAbout({ framework }: { readonly framework: Attribution }): JSX.Element {
  const texts = useMessages(frameworkMessages);
  const format = catalogueFormats.find((each) => each === framework.format);
  return (
    <Panel title={texts.about}>
      <dl className={classes.about}>
        <dt>{format === undefined ? framework.format : texts.format[format]}</dt>
        <dd>{framework.name}</dd>
        {framework.edition !== null && (
          <>
            <dt>{texts.edition}</dt>
            <dd>{framework.edition}</dd>
          </>
        )}
        {framework.publisher !== null && (
          <>
            <dt>{texts.publisher}</dt>
            <dd>{framework.publisher}</dd>
          </>
        )}
        <dt>{texts.licence}</dt>
        <dd>{framework.licence === '' ? texts.noLicence : framework.licence}</dd>
      </dl>
    </Panel>
  );
}
