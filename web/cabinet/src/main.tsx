import './style.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { loadTexts, t, wantedLocale } from './texts.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
await loadTexts(wantedLocale());
document.title = t('app.title');
render(<App />, root);
