// Language and theme: what the browser prefers, unless this reader chose otherwise.
import { language, setLanguage, t, onWordsChanged } from './words.js';

const THEMES = ['auto', 'light', 'dark'];
let theme = THEMES.includes(localStorage.theme) ? localStorage.theme : 'auto';

function apply() {
  if (theme === 'auto') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }
  document.getElementById('theme').textContent = t(`theme.${theme}`);
  document.getElementById('language').textContent = t('language.other');
}

document.getElementById('theme').addEventListener('click', () => {
  theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
  localStorage.theme = theme;
  apply();
});

document.getElementById('language').addEventListener('click', () => {
  setLanguage(language() === 'zh' ? 'en' : 'zh');
});

onWordsChanged(apply);
setLanguage(language());
