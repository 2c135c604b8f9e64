import { useTranslation } from 'react-i18next';
import { useFormats } from '../format';
import type { LoadLineFragment } from '../gql/graphql';
import { clock, partsOf, percentOf, rateOf } from './figures';

type Step = LoadLineFragment['steps'][number];

const verbs = ['prepare', 'land', 'resolve', 'window', 'import', 'merge', 'remove', 'index'] as const;

/** Names a step in the reader's language; kinds of record keep the name that their declaration has. */
export const useStepName = () => {
  const { t } = useTranslation();
  return (step: string) => {
    const [verb, kind] = partsOf(step);
    const known = verbs.find((name) => name === verb);
    return known ? t(`jobs.step.${known === 'index' && kind ? 'indexOf' : known}`, { kind }) : step;
  };
};

const Bar = ({ step, name }: { step: Step; name: string }) => {
  const percent = step.status === 'COMPLETED' ? 100 : percentOf(step);
  return (
    <span
      className="progress"
      role="progressbar"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <span style={{ inlineSize: `${percent ?? 0}%` }} data-unknown={percent === undefined} />
    </span>
  );
};

const StepLine = ({ step }: { step: Step }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const name = useStepName()(step.name);
  const rate = rateOf(step);
  return (
    <li className="step" data-status={step.status}>
      <span className="step-name">
        {name}
        {step.status !== 'COMPLETED' && <span className="quiet"> {t(`LoadStatus.${step.status}`)}</span>}
      </span>
      <span className="number step-time">{clock(step.seconds)}</span>
      <Bar step={step} name={name} />
      <span className="number quiet step-done">
        {formats.number(step.done)}
        {step.total != null && ` / ${formats.number(step.total)}`}
      </span>
      <span className="number quiet step-rate">
        {rate !== undefined && t('jobs.rate', { rate: formats.number(rate) })}
      </span>
      {step.failure && (
        <span className="step-failure" lang="en">
          {step.failure}
        </span>
      )}
    </li>
  );
};

/** The steps of a load, with how far each is and how fast it goes. */
export const Steps = ({ steps }: { steps: readonly Step[] }) => (
  <ol className="steps">
    {steps.map((step) => (
      <StepLine key={step.name} step={step} />
    ))}
  </ol>
);
