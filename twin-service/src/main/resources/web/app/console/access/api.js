// What administrators ask.
import { call, path, query } from '../../rest.js';

export const users = (after) => call('GET', `/api/users${query({ size: 100, after })}`);
export const createUser = (user) => call('POST', '/api/users', user);
export const changeUser = (name, change) => call('PATCH', path`/api/users/${name}`, change);
export const resetPassword = (name) => call('POST', path`/api/users/${name}/password`);
export const signOut = (name) => call('DELETE', path`/api/users/${name}/sessions`);
export const deleteUser = (name) => call('DELETE', path`/api/users/${name}`);
export const tokens = (after) => call('GET', `/api/tokens${query({ size: 100, after })}`);
export const revokeToken = (id) => call('DELETE', path`/api/tokens/${id}`);
export const audit = (filter) => call('GET', `/api/audit${query({ size: 50, ...filter })}`);
export const roles = () => call('GET', '/api/roles');
