package io.sockettwin.service.access;

/// Who presents a valid key or session, and the role that goes with it.
record Grant(String name, String role) {}
