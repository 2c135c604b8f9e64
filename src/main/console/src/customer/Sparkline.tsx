type SparklineProps = {
  values: readonly (number | null)[];
  bounds: readonly [lowest: number, highest: number];
  label: string;
  width?: number;
  height?: number;
};

const inset = 3;

type Point = { x: number; y: number };

/** Runs of neighbouring values; a gap in the data stays a gap in the line. */
const runsOf = (points: readonly (Point | null)[]) => {
  const runs: Point[][] = [[]];
  for (const point of points) {
    if (point) runs.at(-1)?.push(point);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
};

const areaBelow = (run: readonly Point[], floor: number) =>
  `M${run[0]?.x},${floor}${run.map(({ x, y }) => `L${x.toFixed(1)},${y.toFixed(1)}`).join('')}L${run.at(-1)?.x},${floor}Z`;

/** A line the height of a word; `label` says in words what it shows. Values run from the oldest to the newest. */
export const Sparkline = ({ values, bounds: [lowest, highest], label, width = 88, height = 22 }: SparklineProps) => {
  const span = highest - lowest || 1;
  const step = (width - 2 * inset) / Math.max(values.length - 1, 1);
  const points = values.map((value, place) =>
    value === null
      ? null
      : { x: inset + place * step, y: height - inset - ((value - lowest) / span) * (height - 2 * inset) },
  );
  const last = points.findLast((point) => point !== null);
  return (
    <svg
      className="sparkline"
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <title>{label}</title>
      {runsOf(points).map((run) => (
        <path key={`area ${run[0]?.x}`} className="area" d={areaBelow(run, height)} />
      ))}
      {runsOf(points).map((run) => (
        <polyline key={run[0]?.x} points={run.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      ))}
      {last && <circle cx={last.x} cy={last.y} r="2.5" />}
    </svg>
  );
};
