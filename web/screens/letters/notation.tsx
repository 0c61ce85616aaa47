import { Code, Table } from "@mantine/core";
import { useWords } from "../../language.tsx";

/** The whole notation on five lines. */
export function Notation() {
  const { l } = useWords();
  return (
    <details className="why">
      <summary>{l.notation}</summary>
      <Table verticalSpacing={4} withRowBorders={false}>
        <Table.Tbody>
          {l.rules.map(([written, meaning]) => (
            <Table.Tr key={written}>
              <Table.Td>{/[{|*[]/.test(written) ? <Code>{written}</Code> : written}</Table.Td>
              <Table.Td>{meaning}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}
