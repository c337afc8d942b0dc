import './style.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { openShown } from './session.ts';
import { loadTexts, t, wantedLocale } from './texts.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
const opening = openShown();
// The page, once it is there, tells what went wrong.
opening?.catch(() => null);
await loadTexts(wantedLocale());
document.title = t('app.title');
render(<App opening={opening} />, root);
