// The web app begins here: one element, and the look of all of them.
import './theme.css';
import './app.js';
