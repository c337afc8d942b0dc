import { Skeleton, Stack } from '@mantine/core';

/** Stands where a page will be while its code is fetched. */
export function PageOnItsWay() {
  return (
    <Stack aria-busy="true" maw={680}>
      <Skeleton h={32} w="50%" />
      <Skeleton h={18} />
      <Skeleton h={120} />
    </Stack>
  );
}
