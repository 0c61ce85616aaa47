import { Table } from "@mantine/core";
import type { ChartTable as Told, TableCell } from "../../../src/areas/reports/drawing/drawn.ts";
import { chartWords } from "../../../src/texts/report-charts.ts";
import { numeral } from "../../../src/texts/quantities.ts";
import { useWords } from "../../language.tsx";

/** The same data as the picture, for whoever reads rather than looks. */
export function ChartTable({ table: { head, rows }, title }: { table: Told; title: string }) {
  const { language } = useWords();
  const isNumber = (column: number) => rows.some((row) => typeof row[column] !== "string");
  const said = (cell: TableCell) =>
    typeof cell === "string" ? cell : numeral(language, cell.unit, cell.value);
  return (
    <details className="why">
      <summary>{chartWords(language).table}</summary>
      <Table.ScrollContainer minWidth={0} type="native" mt={6}>
        <Table aria-label={title} fz="sm" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              {head.map((name, column) => (
                <Table.Th key={name} ta={isNumber(column) ? "right" : "left"}>
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, index) => (
              <Table.Tr key={index}>
                {row.map((cell, column) => (
                  <Table.Td key={column} ta={isNumber(column) ? "right" : "left"} className="tabular">
                    {said(cell)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </details>
  );
}
