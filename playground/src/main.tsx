import { createRoot } from 'react-dom/client';
import { App } from './house/app.tsx';
import './house/style.css';
import './rules/rules.css';
import './member/member.css';

const place = document.getElementById('page');
if (place !== null) createRoot(place).render(<App />);
