/** A value of a refused row as it is shown. */
export type Cell = {
  column: string;
  value?: string | null;
  masked: boolean;
  atFault: boolean;
  correction?: string | null;
};

/** What a cell is to be read as now. */
export const textOf = ({ value, correction }: Cell) => correction ?? value ?? '';

/** The columns that somebody gave another text; masked ones that were left alone are none of them. */
export const changesOf = (cells: readonly Cell[], typed: Readonly<Record<string, string>>) =>
  cells.flatMap((cell) => {
    const text = typed[cell.column];
    return text === undefined || text === textOf(cell) ? [] : [{ column: cell.column, value: text }];
  });
