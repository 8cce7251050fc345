package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

// A handler gets the event as Lambda sends it, and answers with what becomes JSON.
type handler func(event []byte) (any, error)

type failure struct {
	Type    string `json:"errorType"`
	Message string `json:"errorMessage"`
}

// A runtime speaks Lambda's Runtime API: it asks for the next event, and posts what became of it.
// https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
type runtime struct {
	invocations string
	client      *http.Client
}

func newRuntime(api string) runtime {
	// No timeout: Lambda holds the request for the next event until there is one, and freezes the process meanwhile.
	return runtime{"http://" + api + "/2018-06-01/runtime/invocation/", &http.Client{}}
}

// serve returns only when the API cannot be reached any more: Lambda then starts another environment.
func (r runtime) serve(handle handler) error {
	for {
		id, event, err := r.next()
		if err != nil {
			return err
		}
		path, outcome := id+"/response", any(nil)
		if outcome, err = handle(event); err != nil {
			path, outcome = id+"/error", failure{fmt.Sprintf("%T", err), err.Error()}
		}
		if err := r.post(path, outcome); err != nil {
			return err
		}
	}
}

func (r runtime) next() (id string, event []byte, err error) {
	response, err := r.client.Get(r.invocations + "next")
	if err != nil {
		return "", nil, err
	}
	defer response.Body.Close()
	event, err = io.ReadAll(response.Body)
	return response.Header.Get("Lambda-Runtime-Aws-Request-Id"), event, err
}

func (r runtime) post(path string, value any) error {
	body, err := json.Marshal(value)
	if err != nil {
		return err
	}
	response, err := r.client.Post(r.invocations+path, "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusAccepted {
		return fmt.Errorf("%s: %s", path, response.Status)
	}
	return nil
}
