import { Badge } from '@mantine/core';

/** A short word beside a value or a code. */
export function Chip({ text }: { readonly text: string }) {
  return (
    <Badge variant="outline" c="var(--mantine-color-text)" style={{ textTransform: 'none' }}>
      {text}
    </Badge>
  );
}
