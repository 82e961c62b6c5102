import { createConnection } from "vscode-languageserver/node";
import { NodeHost } from "./node-host.ts";
import { serve } from "./server.ts";
import { serveStdio } from "./stdio.ts";

/** How clients name a transport other than standard input and output. */
const TRANSPORT = /^--(?:node-ipc$|(?:socket|pipe)(?:=|$))/;

if (process.argv.some((argument) => TRANSPORT.test(argument))) serve(createConnection(), new NodeHost());
else serveStdio();
