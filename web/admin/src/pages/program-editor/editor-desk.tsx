import { Box, Grid, Stack, Tabs } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '../../document/pointer.ts';
import type { Program, Version } from '../../document/program-api.ts';
import { useRights } from '../../rights.ts';
import { AdvicePanel } from './advice-panel.tsx';
import { CheckTab } from './check-tab.tsx';
import { DeskProvider, type DraftDesk } from './draft-context.tsx';
import { useDraft } from './draft-history.ts';
import { EditorHeader } from './editor-header.tsx';
import { TABS, type Tab } from './editor-place.ts';
import { JsonTab } from './json-tab.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { FieldsForm } from './shape-form.tsx';
import { SECTIONS } from './shape-sections.ts';
import { readVersion, useKeeping } from './use-keeping.ts';
import { useLint } from './use-lint.ts';
import { useShow } from './use-show.ts';
import { VersionsTab } from './versions-tab.tsx';

/** The document, its forms, and what is to be said of it, side by side. */
export function EditorDesk({ program, version }: { readonly program: Program; readonly version: Version }) {
  const { t } = useTranslation();
  const rights = useRights();
  const [first] = useState(() => readVersion(version));
  const draft = useDraft(first.document);
  const judged = useLint(program.id, draft.document);
  const tab = useSearch({ from: '/frame/programs/$id' }).tab ?? 'rules';
  const navigate = useNavigate();
  const openTab = (next: Tab) => navigate({ to: '/programs/$id', params: { id: program.id }, search: { tab: next }, replace: true });
  const { opened, toggle, show, relocate } = useShow(openTab);
  const mayChange = rights.mayChange('programs') && program.status !== 'ended';
  const keeping = useKeeping(program.id, { draft, first, mayChange });
  useHotkeys(
    [
      ['mod+S', keeping.save],
      ['mod+Z', draft.undo],
      ['mod+shift+Z', draft.redo],
    ],
    [],
  );
  const desk: DraftDesk = {
    document: draft.document,
    set: draft.set,
    problems: judged.problems,
    advice: judged.advice,
    texts: judged.texts,
    currency: currencyOf(draft.document),
    opened,
    toggle,
    relocate,
  };
  const shared = { program, draft, keeping, mayChange };
  return (
    <DeskProvider value={desk}>
      <Stack>
        <EditorHeader {...shared} judged={judged} />
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, lg: 8 }}>
            <Tabs value={tab} onChange={(next) => void openTab(TABS.find((each) => each === next) ?? 'rules')} keepMounted={false}>
              <TabList tab={tab} />
              {(['rules', 'tiers', 'perks', 'limits', 'words'] as const).map((section) => (
                <Tabs.Panel key={section} value={section} pt="md">
                  <Box component="fieldset" disabled={!mayChange} bd="0" p={0} m={0} miw={0} aria-label={t(`editor.tab.${section}`)}>
                    <FieldsForm fields={SECTIONS[section]} path="" />
                  </Box>
                </Tabs.Panel>
              ))}
              <Tabs.Panel value="check" pt="md">
                <CheckTab {...shared} />
              </Tabs.Panel>
              <Tabs.Panel value="versions" pt="md">
                <VersionsTab {...shared} />
              </Tabs.Panel>
              <Tabs.Panel value="json" pt="md">
                <JsonTab {...shared} problems={judged.problems} />
              </Tabs.Panel>
            </Tabs>
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 4 }}>
            <AdvicePanel judged={judged} set={draft.set} show={show} mayChange={mayChange} />
          </Grid.Col>
        </Grid>
        <LeaveGuard isDirty={keeping.isDirty} />
      </Stack>
    </DeskProvider>
  );
}

/** In a row that moves sideways on a phone: the one that is open is in sight. */
function TabList({ tab }: { readonly tab: Tab }) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-tab="${tab}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [tab]);
  return (
    <Tabs.List ref={list} className="sliding-tabs">
      {TABS.map((each) => (
        <Tabs.Tab key={each} value={each} data-tab={each}>
          {t(`editor.tab.${each}`)}
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
}

function currencyOf(document: Json): string {
  return typeof document === 'object' && document !== null && 'currency' in document && /^[A-Z]{3}$/.test(String(document.currency))
    ? String(document.currency)
    : 'RUB';
}
