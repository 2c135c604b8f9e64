import { Icon, type IconName } from '../icons';

const icons = { good: 'check', warn: 'pause', bad: 'warning', plain: undefined } satisfies Record<
  string,
  IconName | undefined
>;

/** A state in a word; the drawing and the colour only underline it. */
export const StateBadge = ({ tone, text }: { tone: keyof typeof icons; text: string }) => {
  const icon = icons[tone];
  return (
    <span className={`state state-${tone}`}>
      {icon && <Icon name={icon} size={13} />}
      {text}
    </span>
  );
};
