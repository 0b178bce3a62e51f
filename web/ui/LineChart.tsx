import { scaleOf } from "./chart-scale.ts";
import { Disclosure } from "./Disclosure.tsx";
import styles from "./LineChart.module.css";
import { Table } from "./Table.tsx";

export interface ChartPoint {
  x: number;
  y: number;
}

/** The drawing's own units; it is scaled to the room that there is. */
const width = 640;
const height = 220;
const inset = { left: 68, right: 12, top: 12, bottom: 26 };

/**
 * One line over whole numbers, and values to hold it against, as dashed lines with their names. It reads without colour, and as a table.
 * @param props.summary what the drawing shows, in a sentence: it is read in its place
 */
export function LineChart(props: {
  title: string;
  summary: string;
  xName: string;
  yName: string;
  points: readonly ChartPoint[];
  marks?: readonly { name: string; y: number }[];
  format: (y: number) => string;
}) {
  const { points, marks = [], format } = props;
  const scale = scaleOf([...points, ...marks].map(({ y }) => y));
  const [firstX, lastX] = [points[0]?.x ?? 0, points.at(-1)?.x ?? 0];
  const left = (x: number) =>
    inset.left + ((x - firstX) / Math.max(1, lastX - firstX)) * (width - inset.left - inset.right);
  const top = (y: number) =>
    inset.top + (1 - (y - scale.low) / (scale.high - scale.low)) * (height - inset.top - inset.bottom);
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.title}>{props.title}</figcaption>
      <svg className={styles.svg} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={props.summary}>
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <line className={styles.grid} x1={inset.left} x2={width - inset.right} y1={top(tick)} y2={top(tick)} />
            <text className={styles.tick} x={inset.left - 8} y={top(tick) + 4} textAnchor="end">
              {format(tick)}
            </text>
          </g>
        ))}
        <text className={styles.tick} x={inset.left} y={height - 4}>
          {props.xName} {firstX}
        </text>
        {lastX > firstX && (
          <text className={styles.tick} x={width - inset.right} y={height - 4} textAnchor="end">
            {lastX}
          </text>
        )}
        <polyline className={styles.line} points={points.map(({ x, y }) => `${left(x)},${top(y)}`).join(" ")} />
        {points.map(({ x, y }) => (
          <circle key={x} className={styles.point} cx={left(x)} cy={top(y)} r={3} />
        ))}
        {marks.map(({ name, y }) => {
          // On the side of the mark where the line does not end.
          const below = (points.at(-1)?.y ?? y) > y;
          return (
            <g key={name}>
              <line className={styles.mark} x1={inset.left} x2={width - inset.right} y1={top(y)} y2={top(y)} />
              <text
                className={styles.markName}
                x={width - inset.right - 4}
                y={top(y) + (below ? 20 : -6)}
                textAnchor="end"
              >
                {name} {format(y)}
              </text>
            </g>
          );
        })}
      </svg>
      <Disclosure summary="As a table">
        <Table caption={props.title} head={[props.xName, props.yName]}>
          {points.map(({ x, y }) => (
            <tr key={x}>
              <th scope="row">{x}</th>
              <td>{format(y)}</td>
            </tr>
          ))}
          {marks.map(({ name, y }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{format(y)}</td>
            </tr>
          ))}
        </Table>
      </Disclosure>
    </figure>
  );
}
