import './mantine.css';
import './console.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startTexts } from './i18n.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
await startTexts();
createRoot(root).render(<App />);
