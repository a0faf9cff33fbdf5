// Checks one checkpoint and its proofs with the packages that Go's own module checksum database
// uses. Reads JSON from standard input, prints one line for each check: its name and ok, or why not.
package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type inclusion struct {
	Name   string
	Index  int64
	Header []byte
	Proof  [][]byte
}

type consistency struct {
	Name  string
	Size  int64
	Root  []byte
	Proof [][]byte
}

type input struct {
	Vkey          string
	Note          []byte
	Inclusions    []inclusion
	Consistencies []consistency
}

func hash(raw []byte) (found tlog.Hash) {
	copy(found[:], raw)
	return found
}

func hashes(raw [][]byte) (found []tlog.Hash) {
	for _, one := range raw {
		found = append(found, hash(one))
	}
	return found
}

func fail(err error) {
	if err != nil {
		fmt.Println("note", err)
		os.Exit(0)
	}
}

func say(name string, err error) {
	if err != nil {
		fmt.Println(name, err)
	} else {
		fmt.Println(name, "ok")
	}
}

func main() {
	var in input
	fail(json.NewDecoder(os.Stdin).Decode(&in))
	verifier, err := note.NewVerifier(in.Vkey)
	fail(err)
	opened, err := note.Open(in.Note, note.VerifierList(verifier))
	fail(err)
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	fail(err)
	raw, err := base64.StdEncoding.DecodeString(lines[2])
	fail(err)
	fmt.Println("note ok")
	root := hash(raw)
	for _, one := range in.Inclusions {
		proof := tlog.RecordProof(hashes(one.Proof))
		say(one.Name, tlog.CheckRecord(proof, size, root, one.Index, tlog.RecordHash(one.Header)))
	}
	for _, one := range in.Consistencies {
		proof := tlog.TreeProof(hashes(one.Proof))
		say(one.Name, tlog.CheckTree(proof, size, root, one.Size, hash(one.Root)))
	}
}
