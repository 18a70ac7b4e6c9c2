// The web app begins here: one element, and the look of all of them.
import './theme.css';
import './app.js';

// Keeps the app for when the service is away, and shows what it pushes. Where that is not possible the
// app works all the same.
navigator.serviceWorker?.register('/worker.js').catch(() => undefined);
