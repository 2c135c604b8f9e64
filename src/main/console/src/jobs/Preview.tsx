import { CloseButton } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../format';
import type { LoadPreviewQuery } from '../gql/graphql';
import { Icon } from '../icons';
import { Feeds, Notices } from './Feeds';
import { Rejects } from './Rejects';
import { Wide } from './Wide';

type Found = NonNullable<NonNullable<LoadPreviewQuery['loadPreview']>['preview']>;

const figures = ['added', 'changed', 'closed'] as const;

const Examples = ({ examples }: Pick<Found['kinds'][number], 'examples'>) => {
  const { t } = useTranslation();
  return (
    <ul className="examples">
      {examples.map(({ id, change }) => (
        <li key={id + change}>
          <code>{id}</code> <span className="quiet">{t(`RecordChange.${change}`)}</span>
        </li>
      ))}
    </ul>
  );
};

const Kinds = ({ kinds }: Pick<Found, 'kinds'>) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  return (
    <Wide label={t('jobs.preview.kind')}>
      <table className="figures-table">
        <thead>
          <tr>
            <th scope="col">{t('jobs.preview.kind')}</th>
            {figures.map((name) => (
              <th key={name} scope="col" className="figure">
                {t(`jobs.rows.${name}`)}
              </th>
            ))}
            <th scope="col" className="figure">
              {t('jobs.preview.removed')}
            </th>
            <th scope="col">{t('jobs.preview.examples')}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind.kind}>
              <th scope="row">{kind.kind}</th>
              {([...figures, 'removed'] as const).map((name) => (
                <td key={name} className="figure" data-none={kind[name] === 0}>
                  {formats.number(kind[name])}
                </td>
              ))}
              <td>
                <Examples examples={kind.examples} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
};

/** What a load would do: why it would stop, changes by kind of record with examples, feeds, notices, refused rows. */
export const Preview = ({ preview, onClose }: { preview: Found; onClose: () => void }) => {
  const { t } = useTranslation();
  const heading = useId();
  const { stops, kinds, feeds, notices, rejects } = preview;
  return (
    <section className="preview" aria-labelledby={heading}>
      <header>
        <h3 id={heading}>{t('jobs.preview.title')}</h3>
        <CloseButton aria-label={t('jobs.preview.close')} onClick={onClose} />
      </header>
      {stops.length > 0 && (
        <div className="tile-fault" role="alert">
          <Icon name="warning" />
          <div>
            <strong>{t('jobs.preview.stops')}</strong>
            {stops.map((sentence) => (
              <p key={sentence} lang="en">
                {sentence}
              </p>
            ))}
          </div>
        </div>
      )}
      {kinds.length === 0 ? <p role="status">{t('jobs.preview.nothing')}</p> : <Kinds kinds={kinds} />}
      <h4>{t('jobs.feeds')}</h4>
      <Feeds feeds={feeds} />
      {notices.length > 0 && <h4>{t('jobs.notices')}</h4>}
      <Notices notices={notices} />
      {rejects.length > 0 && <h4>{t('jobs.rejects')}</h4>}
      {rejects.length > 0 && <Rejects rejects={rejects} />}
    </section>
  );
};
