import { useTranslation } from 'react-i18next';
import { useFormats } from '../format';
import type { FeedLineFragment, NoticeLineFragment } from '../gql/graphql';
import { StateBadge } from '../customer/StateBadge';
import { rowNames, sumOf, type Rows } from './figures';
import { Wide } from './Wide';

const Figures = ({ rows }: { rows: Rows }) => {
  const { formats } = useFormats();
  return rowNames.map((name) => (
    <td key={name} className="figure" data-figure={name} data-none={rows[name] === 0}>
      {formats.number(rows[name])}
    </td>
  ));
};

const Files = ({ files }: Pick<FeedLineFragment, 'files'>) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  if (files.length === 0) return null;
  return (
    <details open={files.some(({ refused }) => refused)}>
      <summary>{t('jobs.files', { count: files.length })}</summary>
      <ul className="files">
        {files.map(({ file, sha256, bytes, refused }) => (
          <li key={file}>
            <span>{file}</span> <span className="quiet number">{formats.bytes(bytes)}</span>
            {sha256 && <code title={sha256}>{t('jobs.hash', { hash: sha256.slice(0, 12) })}</code>}
            {refused && <span className="bad">{t('jobs.refused', { why: refused })}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
};

/** What became of the rows of each feed, and of all together. */
export const Feeds = ({ feeds }: { feeds: readonly FeedLineFragment[] }) => {
  const { t } = useTranslation();
  if (feeds.length === 0) return <p className="quiet">{t('jobs.noFeeds')}</p>;
  return (
    <Wide label={t('jobs.feeds')}>
      <table className="figures-table">
        <thead>
          <tr>
            <th scope="col">{t('jobs.feed')}</th>
            {rowNames.map((name) => (
              <th key={name} scope="col" className="figure">
                {t(`jobs.rows.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {feeds.map((feed) => (
            <tr key={`${feed.source}.${feed.feed}`}>
              <th scope="row">
                {feed.source}.{feed.feed}
                <Files files={feed.files} />
              </th>
              <Figures rows={feed} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('jobs.sum')}</th>
            <Figures rows={sumOf(feeds)} />
          </tr>
        </tfoot>
      </table>
    </Wide>
  );
};

/** What the hub has to tell of the deliveries. */
export const Notices = ({ notices }: { notices: readonly NoticeLineFragment[] }) => {
  const { t } = useTranslation();
  return (
    <ul className="notices">
      {notices.map(({ source, feed, file, severity, code, message }) => (
        <li key={[source, feed, file, code, message].join(' ')}>
          <StateBadge tone={severity === 'FAIL' ? 'bad' : 'warn'} text={t(`NoticeSeverity.${severity}`)} />
          <strong>{file ?? `${source}.${feed}`}</strong>
          <span className="quiet">{code}</span>
          <span lang="en">{message}</span>
        </li>
      ))}
    </ul>
  );
};
