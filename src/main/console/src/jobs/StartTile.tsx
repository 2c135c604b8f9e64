import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tile } from '../customer/Tile';
import type { LoadErrorCode, LoadStartInput } from '../gql/graphql';
import { namesIn } from './figures';
import { Preview } from './Preview';
import { Refusals } from './Told';
import { useWork } from './useJobs';
import { loadPreview, loadStart } from './work';

type Refusal = { code: LoadErrorCode; message: string };

/** Starts loads; the same for the form and for the button that goes on with an interrupted one. */
export const useStart = () => useWork(loadStart);

type OptionsProps = { asked: LoadStartInput; onChange: (asked: LoadStartInput) => void };

const Options = ({ asked, onChange }: OptionsProps) => {
  const { t } = useTranslation();
  const hint = useId();
  return (
    <>
      {(['full', 'tolerate'] as const).map((name) => (
        <label key={name} className="option">
          <input
            type="checkbox"
            checked={asked[name]}
            onChange={({ target }) => onChange({ ...asked, [name]: target.checked })}
          />
          {t(`jobs.start.${name}`)}
        </label>
      ))}
      <label className="option option-feeds">
        {t('jobs.start.feeds')}
        <input
          type="text"
          aria-describedby={hint}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => {
            const feeds = namesIn(target.value);
            onChange({ ...asked, feeds: feeds.length > 0 ? feeds : null });
          }}
        />
        <span className="quiet" id={hint}>
          {t('jobs.start.feedsHint')}
        </span>
      </label>
    </>
  );
};

/** Starts a load, or finds out what it would do. */
export const StartTile = ({ start, isRunning }: { start: ReturnType<typeof useStart>; isRunning: boolean }) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<LoadStartInput>({ full: false, tolerate: false });
  const preview = useWork(loadPreview);
  const refused = (errors: readonly Refusal[] = []) =>
    errors.map(({ code, message }) => ({ text: t(`LoadErrorCode.${code}`), message }));
  const number = start.data?.loadStart?.load?.number;
  const isBusy = start.isPending || preview.isPending;
  return (
    <Tile name="start" title={t('jobs.start.title')} icon="play" onRetry={() => undefined}>
      <form
        aria-label={t('jobs.start.title')}
        onSubmit={(event) => {
          event.preventDefault();
          start.mutate({ input: asked });
        }}
      >
        <Options asked={asked} onChange={setAsked} />
        <span className="acts">
          <Button
            size="sm"
            variant="default"
            disabled={isRunning || isBusy}
            onClick={() => preview.mutate({ input: asked })}
          >
            {t('jobs.start.preview')}
          </Button>
          <Button size="sm" type="submit" disabled={isRunning || isBusy}>
            {t('jobs.start.load')}
          </Button>
        </span>
      </form>
      <p className="told" role="status">
        {preview.isPending
          ? t('jobs.start.previewing')
          : number !== undefined && isRunning && t('jobs.start.started', { number })}
      </p>
      <Refusals error={start.error} refusals={refused(start.data?.loadStart?.userErrors)} />
      <Refusals error={preview.error} refusals={refused(preview.data?.loadPreview?.userErrors)} />
      {preview.data?.loadPreview?.preview && (
        <Preview preview={preview.data.loadPreview.preview} onClose={() => preview.reset()} />
      )}
    </Tile>
  );
};
