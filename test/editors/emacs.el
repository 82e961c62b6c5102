;; Uses the server in a batch Emacs, as a user would, and writes down what comes of it.  -*- lexical-binding: t -*-
(require 'json)
(require 'cl-lib)

(defvar aiplan-seen nil)

(defun aiplan-see (what value) (push (cons what value) aiplan-seen))

(defun aiplan-wait (what probe)
  (let ((end (+ (float-time) 20)))
    (while (not (funcall probe))
      (when (> (float-time) end) (error "%s: nothing came" what))
      (accept-process-output nil 0.02))))

(defun aiplan-text () (buffer-substring-no-properties (point-min) (point-max)))

(defun aiplan-go (line character)
  "Go to a place; lines and columns count from 0."
  (goto-char (point-min))
  (forward-line line)
  (forward-char character))

(defun aiplan-edited (what)
  (aiplan-see what (aiplan-text))
  ;; There is no idle time in a batch, in which Eglot would tell the server.
  (eglot--signal-textDocument/didChange))

(defun aiplan-place (position)
  (save-excursion
    (goto-char position)
    `((line . ,(1- (line-number-at-pos))) (character . ,(- position (line-beginning-position))))))

(defun aiplan-use ()
  (find-file (getenv "AIPLAN_PLAN"))
  ;; There are no commands in a batch, after which Eglot would connect.
  (run-hooks 'post-command-hook)
  (aiplan-wait "the server" #'eglot-managed-p)
  (flymake-start)
  (aiplan-wait "findings" #'flymake-diagnostics)
  (aiplan-see 'diagnostics
              (vconcat (mapcar (lambda (one)
                                 `(,@(aiplan-place (flymake-diagnostic-beg one))
                                   (message . ,(flymake-diagnostic-text one))))
                               (flymake-diagnostics))))

  (aiplan-go 3 0)
  (let ((hover (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams))))
    (aiplan-see 'hover (plist-get (plist-get hover :contents) :value)))

  (aiplan-go 123 50)
  (let* ((found (car (xref-backend-definitions 'eglot (xref-backend-identifier-at-point 'eglot))))
         (marker (xref-location-marker (xref-item-location found))))
    (aiplan-see 'definition (aiplan-place (marker-position marker))))

  (aiplan-go 3 7)
  (let ((completion (eglot-completion-at-point)))
    (aiplan-see 'completion
                (vconcat (mapcar #'substring-no-properties (all-completions "" (nth 2 completion))))))

  (aiplan-go 134 110)
  ;; The first of the offers, which Emacs would ask about: after a key, not after a click.
  (cl-letf ((last-nonmenu-event ?\r)
            ((symbol-function 'completing-read) (lambda (_ offers &rest _) (caar offers))))
    (eglot-code-actions (point) nil nil t))
  (aiplan-edited 'fixed)

  (aiplan-go 123 50)
  (eglot-rename "front-desk")
  (aiplan-edited 'renamed)

  (goto-char (point-min))
  (end-of-line)
  (insert "   ")
  (eglot--signal-textDocument/didChange)
  (eglot-format-buffer)
  (aiplan-edited 'formatted))

(setq inhibit-message t)
(condition-case problem
    (aiplan-use)
  (error (aiplan-see 'error (format "%S" problem))))
(let ((coding-system-for-write 'utf-8))
  (with-temp-file (getenv "AIPLAN_SEEN") (insert (json-encode aiplan-seen))))
(with-current-buffer (find-file-noselect (getenv "AIPLAN_PLAN")) (set-buffer-modified-p nil))
(kill-emacs 0)
