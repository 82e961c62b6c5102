#!/usr/bin/env node
// The bundle is built by `npm ci`; this file is checked in so that npm can link the command before there is a bundle.
import "../dist/main.mjs";
