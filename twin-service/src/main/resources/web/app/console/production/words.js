import en from './words/en.js';
import zh from './words/zh.js';

export default { en, zh };
